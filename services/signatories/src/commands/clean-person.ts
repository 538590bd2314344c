import { cleanLine } from '@coalition-hub/subgraph';

/** A person as lists show one. */
export interface Person {
  readonly name: string;
  readonly capacity: string;
}

/**
 * @param path where in the input the person stands: "person"
 * @throws Refused InvalidInput for what is empty, too long or cannot be seen
 */
export function cleanPerson({ name, capacity }: Person, path: string): Person {
  return {
    name: cleanLine(name, { field: `${path}.name`, max: 200 }),
    capacity: cleanLine(capacity, { field: `${path}.capacity`, max: 300 }),
  };
}
