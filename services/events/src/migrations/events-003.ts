import { mergedOrganisationTable } from '@coalition-hub/subgraph';
import { Migration } from '@mikro-orm/migrations';

/** Deliveries and side events follow organisations that are merged. */
export class Events003 extends Migration {
  override up(): void {
    for (const statement of mergedOrganisationTable) this.addSql(statement);
  }
}
