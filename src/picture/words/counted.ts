type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** A number with the form of a word that goes with it, by the rules of the language (CLDR). */
export function counted(locale: string): (n: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  return (n, forms) => `${n} ${forms[rules.select(n)] ?? forms.other}`;
}
