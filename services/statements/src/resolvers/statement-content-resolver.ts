import { forbidden, mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { AddTranslationInput, addTranslation } from '../commands/add-translation.js';
import type { Context } from '../context.js';
import { canonicalLanguage } from '../languages/clean-language.js';
import { Addressee } from '../types/addressee.js';
import { DifferenceBlock } from '../types/difference.js';
import { AddTranslationResult } from '../types/results.js';
import { Statement } from '../types/statement.js';
import { Translation } from '../types/translation.js';

@Resolver(() => Statement)
export class StatementContentResolver {
  @FieldResolver(() => [Addressee], {
    description: 'Whom the current revision is addressed to, and what it asks of them.',
  })
  async addressees(@Root() { id, currentNumber }: Statement, @Ctx() { loaders }: Context) {
    const revision = await loaders.revisionsByNumber.load({ statementId: id, number: currentNumber });
    return revision?.addressees ?? Promise.reject(forbidden());
  }

  @FieldResolver(() => [DifferenceBlock], {
    nullable: true,
    description:
      'What leads from one revision to another, in the order of reading; null if there is none of either number that is open to the viewer. Where very much changed, paragraphs are shown as removed and added.',
  })
  difference(
    @Root() { id }: Statement,
    @Arg('from', () => Int, { description: 'Number of the revision to begin with.' }) from: number,
    @Arg('to', () => Int, { description: 'Number of the revision to arrive at.' }) to: number,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.differences.between(id, from, to);
  }

  @FieldResolver(() => Translation, {
    nullable: true,
    description:
      'What it says in a language that it was translated to, by the newest revision that was; null if there is no translation, as for the language in which it is written.',
  })
  translation(
    @Root() { id }: Statement,
    @Arg('language', () => String, { description: 'The language, BCP 47.' }) language: string,
    @Ctx() { loaders }: Context,
  ) {
    const tag = canonicalLanguage(language);
    return tag === null ? null : loaders.translationsByLanguage.load({ statementId: id, language: tag });
  }

  @Mutation(() => AddTranslationResult, {
    description:
      'Adds a translation of a revision, or replaces one of a draft. Coordinators of its coalition, and holders of a mandate to revise of a co-author.',
  })
  @Policy(mayChange)
  addTranslation(
    @Arg('input', () => AddTranslationInput, { description: 'The translation.' }) input: AddTranslationInput,
    @Ctx() context: Context,
  ) {
    return context.run(addTranslation, input);
  }
}
