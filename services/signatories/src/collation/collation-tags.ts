/**
 * Language tags to look for, closest first: the tag itself, then with what is likely of it filled in or left out.
 * "zh-TW" means Traditional Chinese (zh-Hant-TW), which cutting off subtags (RFC 4647, section 3.4) would not find.
 *
 * @returns null for what is no tag by BCP 47
 */
export function collationTags(locale: string): readonly string[] | null {
  const parsed = parse(locale);
  if (parsed === null) return null;
  const { language, script, region } = parsed.maximize();
  const tags = [
    [parsed.language, parsed.script, parsed.region],
    [language, script, region],
    [language, script],
    [language, region],
    [language],
  ];
  return [...new Set(tags.map((subtags) => subtags.filter(Boolean).join('-')))];
}

function parse(locale: string): Intl.Locale | null {
  try {
    return new Intl.Locale(locale);
  } catch {
    return null;
  }
}
