import { ArgsType, Field, Int } from 'type-graphql';
import { badInput } from '../errors/fault.js';

export const defaultPageSize = 20;
export const largestPageSize = 200;

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many to return, 1 to ${largestPageSize}; ${defaultPageSize} if left out.`,
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Return what comes after this cursor of the same list.',
  })
  after?: string | null;
}

/** @throws Fault BAD_USER_INPUT when it is not between 1 and `largestPageSize` */
export function pageSize(args: PageArgs): number {
  const first = args.first ?? defaultPageSize;
  if (first < 1 || first > largestPageSize)
    throw badInput(`"first" must be between 1 and ${largestPageSize}.`);
  return first;
}
