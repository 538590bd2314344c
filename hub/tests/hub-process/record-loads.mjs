/** Loaded before a program (`--import`): tells at its end, on a line of stderr, how many modules it has loaded. */
import { registerHooks } from 'node:module';

let loaded = 0;
registerHooks({
  load(url, context, next) {
    if (!url.startsWith('node:')) loaded += 1;
    return next(url, context);
  },
});
process.on('exit', () => process.stderr.write(`modules loaded: ${loaded}\n`));
