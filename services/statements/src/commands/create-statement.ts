import {
  asSurvivors,
  type Command,
  type CommandScope,
  chooseSlug,
  holdMerges,
  InvalidInput,
  isUuid,
  NotFound,
  refuse,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { canCreateStatement } from '../policies/can-create-statement.js';
import { StatementKind } from '../types/statement-kind.js';
import { addRevision } from './add-revision.js';
import { cleanTitleAndText, longestText, longestTitle } from './clean-revision.js';
import {
  cleanAddressees,
  cleanFootnotes,
  mostAddressees,
  mostDemands,
  mostFootnotes,
} from './clean-structure.js';
import { slugOfDraft } from './slug-of-draft.js';
import { AddresseeInput, FootnoteInput } from './structure-input.js';

const mostCoAuthors = 100;

@InputType({ description: 'A statement to start, with its first revision.' })
export class CreateStatementInput {
  @Field(() => ID, { description: 'The coalition that makes it.' })
  coalitionId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Readable name for addresses. A chosen one is taken from then on, and whoever else asks for it learns that. If left out, it is made of the title, with an ending that nobody can guess.',
  })
  slug?: string | null;

  @Field(() => StatementKind, { description: 'What sort of document it is.' })
  kind!: StatementKind;

  @Field(() => String, { description: 'Language of the text, BCP 47.' })
  language!: string;

  @Field(() => String, { description: `Title, on one line, ${longestTitle} characters at most.` })
  title!: string;

  @Field(() => String, { description: `The text, ${longestText} characters at most.` })
  text!: string;

  @Field(() => [AddresseeInput], {
    nullable: true,
    description: `Whom it is addressed to, in order, ${mostAddressees} at most, with ${mostDemands} demands in all.`,
  })
  addressees?: AddresseeInput[] | null;

  @Field(() => [FootnoteInput], {
    nullable: true,
    description: `What it means by terms, in order, ${mostFootnotes} at most.`,
  })
  footnotes?: FootnoteInput[] | null;

  @Field(() => [ID], {
    description: `Organisations that write it together, in the order to name them, ${mostCoAuthors} at most.`,
  })
  coAuthorIds!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The statement is a draft.' })
export class CreateStatementSuccess {
  statementId!: string;
}

interface KnownCoalition {
  readonly id: string;
}

export const createStatement: Command<Tables, CreateStatementInput, KnownCoalition, CreateStatementSuccess> =
  {
    name: 'createStatement',
    subject: 'coalition',
    success: CreateStatementSuccess,
    load: async (scope, { coalitionId }) =>
      isUuid(coalitionId) ? ((await knownCoalition(scope, coalitionId)) ?? null) : null,
    policy: canCreateStatement,
    async change(scope, coalition, input) {
      const revision = {
        ...cleanTitleAndText(input),
        addressees: cleanAddressees(input.addressees ?? []),
        footnotes: cleanFootnotes(input.footnotes ?? []),
      };
      const coAuthorIds = await knownCoAuthors(scope, input.coAuthorIds);
      const slug = await chooseSlug(scope.sql, 'statement', input.slug, slugOfDraft(scope, revision.title));
      const id = scope.newId('statement');
      await scope.sql
        .insertInto('statement')
        .values({
          id,
          slug,
          kind: input.kind,
          coalition_id: coalition.id,
          co_author_ids: coAuthorIds,
          title: revision.title,
          current_number: 1,
          consultation_from_number: null,
          created_at: sql<string>`hub_now()`,
          withdrawn_at: null,
        })
        .execute();
      scope.emit({
        type: 'STATEMENT_CREATED',
        subject: id,
        data: { statementId: id, slug, coalitionId: coalition.id, coAuthorIds },
      });
      await addRevision(scope, id, 1, revision);
      return Object.assign(new CreateStatementSuccess(), { statementId: id });
    },
  };

function knownCoalition({ sql: db }: CommandScope<Tables>, id: string) {
  return db.selectFrom('known_coalition').select('id').where('id', '=', id).executeTakeFirst();
}

async function knownCoAuthors({ sql: db }: CommandScope<Tables>, ids: readonly string[]): Promise<string[]> {
  checkCoAuthors(ids);
  await holdMerges(db);
  const { count } = await db
    .selectFrom('known_organisation')
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  if (count < ids.length) refuse(new NotFound('organisation'));
  return asSurvivors(db, ids);
}

function checkCoAuthors(ids: readonly string[]): void {
  if (ids.length > mostCoAuthors) {
    refuse(new InvalidInput('coAuthorIds', `"coAuthorIds" may name ${mostCoAuthors} organisations at most.`));
  }
  if (new Set(ids).size < ids.length) {
    refuse(new InvalidInput('coAuthorIds', '"coAuthorIds" names an organisation twice.'));
  }
}
