#!/usr/bin/env node
// graphql-js decides once, when it is loaded, whether to run slow checks meant for its users' development.
process.env['NODE_ENV'] ??= 'production';

const { runCommandLine } = await import('./command-line/run-command-line.js');
process.exitCode = await runCommandLine(process.argv.slice(2));

export {};
