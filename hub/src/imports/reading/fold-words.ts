/** The words of a text in small letters without accents, for comparing what people type into headers and cells. */
export function foldWords(text: string): string[] {
  return (
    text
      .replace(/[’‘ʼ`´]/gu, "'")
      .replace(/(?<!\p{L})[dl]'(?=\p{L})/giu, '')
      .replace(/'/g, '')
      .normalize('NFKD')
      .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
      .toLowerCase()
      .normalize('NFC')
      .match(/(?:[\p{L}\p{N}]\p{M}*)+/gu) ?? []
  );
}
