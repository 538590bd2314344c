import { Field, InputType, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'A person who signed in a capacity, such as a mandate holder of the United Nations.',
})
export class PersonInCapacity {
  @Field(() => String, { description: 'The person’s name at signing.' })
  readonly nameAsSigned!: string;

  @Field(() => String, { description: 'In which capacity, such as "Special Rapporteur on …".' })
  readonly capacity!: string;
}

@InputType({ description: 'A person who signs in a capacity; both are public.' })
export class PersonInCapacityInput {
  @Field(() => String, { description: 'The person’s name, 200 characters at most.' })
  name!: string;

  @Field(() => String, { description: 'In which capacity the person signs, 300 characters at most.' })
  capacity!: string;
}
