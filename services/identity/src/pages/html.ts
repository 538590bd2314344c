/** Text as it may stand in HTML, also within quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A whole page. @param body HTML */
export function wholePage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Coalition Hub</title>
<style>body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 3rem auto; padding: 0 1rem }
button, input { font: inherit; padding: .5rem 1rem } pre { white-space: pre-wrap; overflow-wrap: anywhere }</style>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</html>
`;
}
