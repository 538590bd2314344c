import { withServices } from '../assembly/with-services.js';
import { signatureColumns, signatureRows } from '../exports/signature-rows.js';
import { writeRows } from '../exports/write-rows.js';
import { statementId } from '../lookup/statement-id.js';
import { wasDelivered } from '../lookup/was-delivered.js';
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
  async run({ config, values, positionals, write, say }) {
    const slug = onlyArgument(positionals, 'the statement by its slug');
    const format = oneOf(values, 'format', ['csv', 'json']);
    const list = oneOf(values, 'list', ['current', 'at-delivery']) === 'current' ? 'CURRENT' : 'AT_DELIVERY';
    await withServices(config, async ({ subgraphs }) => {
      const id = await statementId(subgraphs.statements, slug);
      if (list === 'AT_DELIVERY' && !(await wasDelivered(subgraphs.signatories, id)))
        say(
          `"${slug}" was not delivered yet, so there is no list of a delivery; --list current has the signatures.`,
        );
      await writeRows(signatureRows(subgraphs.signatories, id, list), signatureColumns, format, write);
    });
  },
};
