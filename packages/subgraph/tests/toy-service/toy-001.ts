import { Migration } from '@mikro-orm/migrations';

export class Toy001 extends Migration {
  override up(): void {
    this.addSql('create table board (id uuid primary key)');
    this.addSql(`
      create table note (
        id uuid primary key,
        board_id uuid not null references board,
        title text not null constraint note_title_forbidden check (title <> 'unmapped constraint'),
        pin text,
        seal text,
        constraint note_pin unique (board_id, pin),
        constraint note_seal unique (seal) deferrable initially deferred
      )`);
    this.addSql('create index note_in_order on note (board_id, title, id)');
  }
}
