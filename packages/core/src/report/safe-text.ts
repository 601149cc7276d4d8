/** The longest text from outside that a message repeats, with the mark of what is left out. */
const longestText = 1000;
const leftOut = ' […]';

/**
 * Everything that is not a visible character: line ends and other controls, terminal escapes, and the marks that
 * reorder text (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters).
 */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** The first half of a character that was cut through. */
const halfCharacter = /[\ud800-\udbff]$/;

/**
 * Makes text from outside fit for a log: one line, bounded, and without anything a platform would take for a command
 * (`::name::` at the start of a line, `##vso[` and `##[` anywhere).
 */
export function safeText(text: string): string {
  const line = text
    .slice(0, longestText * 4)
    .replace(invisible, ' ')
    .replace(/#(?=#)/g, '# ')
    .replace(/:(?=:)/g, ': ')
    .trim();
  if (line.length <= longestText) return line;
  return line.slice(0, longestText - leftOut.length).replace(halfCharacter, '') + leftOut;
}
