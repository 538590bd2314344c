/** Somebody else listens on the address that the gateway was to listen on. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';

  constructor(
    readonly host: string,
    readonly port: number,
  ) {
    super(`Port ${port} of ${host} is already in use: stop what listens there, or choose another port.`);
  }
}
