/** With every kind of space an ordinary one: `Intl` puts in those that do not break, which no test can be read with. */
export const plainSpaces = (text: string): string => text.replace(/[\u00a0\u2009\u202f]/g, ' ');
