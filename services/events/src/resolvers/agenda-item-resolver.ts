import { mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AddAgendaItemInput, addAgendaItem } from '../commands/add-agenda-item.js';
import type { Context } from '../context.js';
import { AgendaItem } from '../types/agenda-item.js';
import { AddAgendaItemResult } from '../types/results.js';

@Resolver(() => AgendaItem)
export class AgendaItemResolver {
  @Mutation(() => AddAgendaItemResult, {
    description: 'Puts an item on the agenda of an event. Administrators and coordinators only.',
  })
  @Policy(mayChange)
  addAgendaItem(
    @Arg('input', () => AddAgendaItemInput, { description: 'Which item, at which event.' })
    input: AddAgendaItemInput,
    @Ctx() context: Context,
  ) {
    return context.run(addAgendaItem, input);
  }
}
