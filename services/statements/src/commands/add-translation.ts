import { type Command, type CommandScope, InvalidInput, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { canAddTranslation } from '../policies/can-add-translation.js';
import { addSearchable } from '../search/keep-searchable.js';
import { StatementNotEditable, TranslationStands } from '../types/refusals.js';
import { StatementStatus } from '../types/statement-status.js';
import { countWords } from '../words/count-words.js';
import { type CleanText, cleanTitleAndText, longestText, longestTitle } from './clean-revision.js';
import { isEditable } from './is-editable.js';
import { loadStatement, type StatementSubject } from './load-statement.js';
import { revisionText } from './revision-text.js';

/** More than the official languages of all bodies together. */
const mostLanguages = 100;

@InputType({ description: 'A revision’s text in another language.' })
export class AddTranslationInput {
  @Field(() => ID, { description: 'The statement.' })
  statementId!: string;

  @Field(() => Int, { description: 'Number of the revision that it is a translation of.' })
  revisionNumber!: number;

  @Field(() => String, { description: 'Its language, BCP 47; another than that of the revision.' })
  language!: string;

  @Field(() => String, { description: `Title, on one line, ${longestTitle} characters at most.` })
  title!: string;

  @Field(() => String, { description: `The text, ${longestText} characters at most.` })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The revision can be read in the language.' })
export class AddTranslationSuccess {
  translationId!: string;
}

export const addTranslation: Command<Tables, AddTranslationInput, StatementSubject, AddTranslationSuccess> = {
  name: 'addTranslation',
  subject: 'statement',
  // What is open is not changed, also where the opening was acknowledged a moment ago.
  decidesBy: ['updates'],
  success: AddTranslationSuccess,
  load: (scope, { statementId }) => loadStatement(scope, statementId),
  policy: canAddTranslation,
  async change(scope, { id, status, currentNumber }, input) {
    if (status === StatementStatus.WITHDRAWN) refuse(new StatementNotEditable());
    const revision = await revisionText(scope, id, input.revisionNumber);
    const translation = cleanTitleAndText(input);
    if (translation.language === revision.language) {
      refuse(new InvalidInput('language', 'The revision itself is in this language.'));
    }
    const translationId = await keep(scope, revision.id, translation, isEditable(status));
    if (input.revisionNumber === currentNumber) await addSearchable(scope.sql, id, translation);
    scope.emit({
      type: 'TRANSLATION_ADDED',
      subject: id,
      data: { translationId, statementId: id, revisionId: revision.id, language: translation.language },
    });
    return Object.assign(new AddTranslationSuccess(), { translationId });
  },
};

/** Safe from others who do the same: the statement is locked. */
async function keep(
  scope: CommandScope<Tables>,
  revisionId: string,
  translation: CleanText,
  replaceable: boolean,
): Promise<string> {
  const { language, ...rest } = translation;
  const values = { ...rest, word_count: countWords(language, rest.text), added_at: sql<string>`hub_now()` };
  const there = await scope.sql
    .selectFrom('translation')
    .select(['id', 'language'])
    .where('revision_id', '=', revisionId)
    .execute();
  const same = there.find((other) => other.language === language);
  if (same) {
    if (!replaceable) refuse(new TranslationStands());
    await scope.sql.updateTable('translation').set(values).where('id', '=', same.id).execute();
    return same.id;
  }
  if (there.length >= mostLanguages) {
    refuse(new InvalidInput('language', `A revision may have ${mostLanguages} translations at most.`));
  }
  const id = scope.newId('translation');
  await scope.sql
    .insertInto('translation')
    .values({ id, revision_id: revisionId, language, ...values })
    .execute();
  return id;
}
