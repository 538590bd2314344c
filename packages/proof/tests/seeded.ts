import fc from 'fast-check';

/** Runs a property with a new seed and prints it; `FC_SEED` repeats a run. */
export function seeded<Ts>(property: fc.IProperty<Ts>): void {
  const seed = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`fast-check seed ${seed} (FC_SEED=${seed} repeats it)\n`);
  fc.assert(property, { seed });
}
