import type { HubCommand } from './command.js';
import { day, oneOf, onlyArgument, required } from './read-option.js';

export const exportMembers: HubCommand = {
  name: 'export-members',
  summary: 'Prints the members that a coalition had on a day, as CSV or JSON.',
  usage: 'export-members COALITION --as-of DATE [--format csv|json]',
  takesArgument: true,
  options: { 'as-of': { type: 'string' }, format: { type: 'string' } },
  optionHelp: {
    COALITION: 'The coalition’s slug.',
    '--as-of DATE': 'The day, such as 2026-09-27; first and last days of a membership count.',
    '--format csv|json': 'CSV (RFC 4180, UTF-8) unless told.',
  },
  async run(invocation) {
    const { values, positionals } = invocation;
    const slug = onlyArgument(positionals, 'the coalition by its slug');
    const asOf = day(required(values, 'as-of', 'the day, such as 2026-09-27'), 'as-of');
    const format = oneOf(values, 'format', ['csv', 'json']);
    const { writeMembers } = await import('./write-members.js');
    await writeMembers({ slug, asOf, format }, invocation);
  },
};
