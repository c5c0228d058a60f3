/** Definitions as a bot would register them: options of several kinds, a subcommand, localisations, contexts. */
export const SUMMARY = {
  name: 'summary',
  description: 'Answers.',
  description_localizations: { uk: 'Відповідає.' },
  contexts: [0, 1],
  options: [
    { type: 3, name: 'query', description: 'What for.', required: true, autocomplete: true },
    { type: 7, name: 'where', description: 'Where.', required: false },
  ],
};
export const SETTINGS = {
  name: 'settings',
  description: 'Settings.',
  contexts: [0],
  options: [
    {
      type: 1,
      name: 'place',
      description: 'The place.',
      options: [{ type: 3, name: 'name', description: 'Its name.' }],
    },
  ],
};
