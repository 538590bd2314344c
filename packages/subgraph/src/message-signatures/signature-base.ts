/**
 * The text that is signed (RFC 9421 §2.5).
 * @param components names and values in the order in which `params` names them
 * @param params the value of `Signature-Input` without its label
 */
export function signatureBase(components: readonly (readonly [string, string])[], params: string): string {
  const lines = components.map(([name, value]) => `"${name}": ${value}`);
  return [...lines, `"@signature-params": ${params}`].join('\n');
}
