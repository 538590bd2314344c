import { Migration } from '@mikro-orm/migrations';

/**
 * Deadlines were not kept until now, only told: the projection hears all openings again. What the feed has of them
 * already it leaves out.
 */
export class Statements004 extends Migration {
  override up(): void {
    this.addSql('alter table statement_state add closes_at timestamptz');
    this.addSql(
      `update projection_cursor set position = 0 where projection = 'updates' and stream = 'signatories'`,
    );
  }
}
