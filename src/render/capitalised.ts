/** With a capital first letter; a text that begins with anything else stays as it is. */
export const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
