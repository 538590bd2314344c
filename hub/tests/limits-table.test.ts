import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { timeouts } from '../../gateway/src/http/http-server.js';
import { MOST_QUOTATION_MARKS } from '../../gateway/src/http/operation-request.js';
import {
  MAX_DEPTH,
  MAX_OPERATIONS,
  MAX_REPETITIONS,
  MAX_SELECTIONS,
} from '../../gateway/src/operations/refuse-oversized.js';
import { MOST_FIELDS_OF_A_VALUE } from '../../gateway/src/operations/refuse-wide-values.js';
import { LONGEST_DOCUMENT } from '../../gateway/src/operations/registered-documents.js';
import { defaultLimits } from '../../gateway/src/options.js';
import {
  maxRepresentations,
  signedInLimits,
  signedOutLimits,
} from '../../packages/subgraph/src/limits/operation-limits.js';
import { changesOfOnePerson } from '../../packages/subgraph/src/limits/paces.js';
import { largestPageSize } from '../../packages/subgraph/src/paging/page-args.js';
import { invitationsOfOneMailbox } from '../../services/organisations/src/commands/invite-representative.js';
import { signingsOfOneStatement } from '../../services/signatories/src/commands/sign-statement.js';
import { readConfig } from '../src/index.js';
import { repository } from './hub-process/hub-process.js';

/** The rows of a table by the words between back quotes in their first cell. */
async function rows(file: string, heading: string): Promise<Map<string, string>> {
  const text = await readFile(join(repository, file), 'utf8');
  const table = text.split(heading)[1]?.split('\n## ')[0] ?? '';
  return new Map(
    [...table.matchAll(/^\| `(\w+)` \| (.+?) \|/gm)].map(([, name = '', value = '']) => [name, value]),
  );
}

test('the limits in the docs are those of the code', async () => {
  const { maxCost: maxCostSignedIn, ...shape } = signedInLimits;
  const { maxCost: maxCostSignedOut, ...sameShape } = signedOutLimits;
  expect(sameShape).toEqual(shape);
  expect(maxCostSignedOut).toBeLessThan(maxCostSignedIn);
  const { connectionsCheckingInterval: _how, ...times } = timeouts;
  const limits = {
    ...{ ...defaultLimits, ...shape, ...times, maxCostSignedIn, maxCostSignedOut },
    ...{ largestPageSize, maxRepresentations, longestDocument: LONGEST_DOCUMENT },
    ...{ documentDepth: MAX_DEPTH, repetitions: MAX_REPETITIONS, selections: MAX_SELECTIONS },
    operations: MAX_OPERATIONS,
    changesOfOnePerson: changesOfOnePerson.most,
    signingsOfOneStatement: signingsOfOneStatement.most,
    invitationsOfOneMailbox: invitationsOfOneMailbox.most,
    quotationMarks: MOST_QUOTATION_MARKS,
    fieldsOfAValue: MOST_FIELDS_OF_A_VALUE,
  };
  const told = [...(await rows('docs/limits.md', 'what a refusal costs.'))].map(([name, value]) => [
    name,
    Number(value.split(',')[0]),
  ]);
  expect(Object.fromEntries(told)).toEqual(limits);
});

test('the settings in the README are those that are read', async () => {
  const read = new Set<string>();
  readConfig(
    new Proxy({} as Record<string, string | undefined>, {
      get: (_, name) => {
        read.add(String(name));
        return undefined;
      },
    }),
  );
  expect([...(await rows('README.md', '## Settings')).keys()].sort()).toEqual([...read].sort());
});
