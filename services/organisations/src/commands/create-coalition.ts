import { type Command, chooseSlug, cleanLine, cleanText, InvalidInput } from '@coalition-hub/subgraph';
import { Field, InputType, ObjectType } from 'type-graphql';
import { CoalitionRecord } from '../entities/coalition-record.js';
import type { Tables } from '../entities/tables.js';
import { canAdminister } from '../policies/can-administer.js';

@InputType({ description: 'A coalition to create.' })
export class CreateCoalitionInput {
  @Field(() => String, { description: 'The name it goes by, 300 characters at most.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Readable name for addresses; made of the name if left out.',
  })
  slug?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it came together for, 5,000 characters at most.',
  })
  purpose?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The coalition exists.' })
export class CreateCoalitionSuccess {
  coalitionId!: string;
}

export const createCoalition: Command<Tables, CreateCoalitionInput, object, CreateCoalitionSuccess> = {
  name: 'createCoalition',
  subject: 'registry',
  success: CreateCoalitionSuccess,
  load: async () => ({}),
  policy: canAdminister,
  async change(scope, _registry, input) {
    const name = cleanLine(input.name, { field: 'name', max: 300 });
    const record = Object.assign(new CoalitionRecord(), {
      id: scope.newId('coalition'),
      name,
      slug: await chooseSlug(scope.sql, 'coalition', input.slug, name),
      purpose: input.purpose == null ? null : cleanText(input.purpose, { field: 'purpose', max: 5_000 }),
    });
    scope.em.persist(record);
    await scope.flush({ coalition_slug: () => new InvalidInput('slug', '"slug" is taken already.') });
    const { id, slug } = record;
    scope.emit({ type: 'COALITION_CREATED', subject: id, data: { coalitionId: id, slug, name } });
    return Object.assign(new CreateCoalitionSuccess(), { coalitionId: id });
  },
};
