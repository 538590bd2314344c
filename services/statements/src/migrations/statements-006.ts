import { Migration } from '@mikro-orm/migrations';

/** Nothing looks statements up by co-author: whose draft it is is asked of one statement at a time. */
export class Statements006 extends Migration {
  override up(): void {
    this.addSql('drop index statement_of_co_author');
  }
}
