/** What an operator may bring and need not: without it, no command shows that there could be such a thing. */
export type Feature = 'model';
