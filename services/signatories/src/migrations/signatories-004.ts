import { mergedOrganisationTable } from '@coalition-hub/subgraph';
import { Migration } from '@mikro-orm/migrations';

/** A signature that neither stands nor was taken back: its organisation had signed under another id. */
const repeated = [
  'alter table signature drop constraint signature_status_check',
  `alter table signature add constraint signature_status_check check (status in ('SIGNED', 'WITHDRAWN', 'REPEATED'))`,
  'alter table signature drop constraint signature_live_is_shown',
  `alter table signature add constraint signature_live_is_shown check (shown or status <> 'SIGNED')`,
];

export class Signatories004 extends Migration {
  override up(): void {
    for (const statement of mergedOrganisationTable) this.addSql(statement);
    for (const statement of repeated) this.addSql(statement);
    // The others are in `signature_of_organisation`; following a merge needs all.
    this.addSql(
      'create index signature_not_shown_of_organisation on signature (organisation_id) where not shown',
    );
  }
}
