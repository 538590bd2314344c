import type { HubCommand } from './command.js';
import { oneOf, onlyArgument } from './read-option.js';

export const exportStatement: HubCommand = {
  name: 'export',
  summary: 'Prints the public signatures of a statement, as CSV or JSON.',
  usage: 'export STATEMENT --format csv|json [--list current|at-delivery]',
  takesArgument: true,
  options: { format: { type: 'string' }, list: { type: 'string' } },
  optionHelp: {
    STATEMENT: 'The statement’s slug.',
    '--format csv|json': 'CSV (RFC 4180, UTF-8) unless told.',
    '--list current|at-delivery':
      'The list that late signatories still join, unless told; or the frozen one.',
  },
  async run(invocation) {
    const { values, positionals } = invocation;
    const slug = onlyArgument(positionals, 'the statement by its slug');
    const format = oneOf(values, 'format', ['csv', 'json']);
    const list = oneOf(values, 'list', ['current', 'at-delivery']) === 'current' ? 'CURRENT' : 'AT_DELIVERY';
    const { writeSignatures } = await import('./write-signatures.js');
    await writeSignatures({ slug, list, format }, invocation);
  },
};
