/** In UTF-16 code units. */
const longestPart = 300;
const longestMessage = 1_000;

/** A message of graphql-js, which repeats what the client sent between quotation marks, without most of what is long. */
export function shortenMessage(message: string): string {
  if (message.length <= longestPart) return message;
  const parts = message.split('"').map((part) => shortened(part, longestPart));
  return shortened(parts.join('"'), longestMessage);
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest).toWellFormed()}…`;
}
