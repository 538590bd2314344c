import { mergedOrganisationTable } from '@coalition-hub/subgraph';
import { Migration } from '@mikro-orm/migrations';

/** Co-authors, amendments and comments follow organisations that are merged. */
export class Statements005 extends Migration {
  override up(): void {
    for (const statement of mergedOrganisationTable) this.addSql(statement);
  }
}
