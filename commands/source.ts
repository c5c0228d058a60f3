import { defineCommand } from '../src/command.ts';
import { editForm, pasteForm } from '../src/render/source-form.ts';
import { namedSource, suggested } from './source-actor.ts';
import { SOURCE_DATA } from './source-data.ts';
import { SourceInput } from './source-input.ts';
import { pressSource, sourceForm, submitSource } from './source-press.ts';
import { runSource } from './source-run.ts';

/** `/source add|paste|list|…`, for moderators, and **Add to sources** in the menu of any message: what is read, and by whom it was added. */
export default defineCommand({
  data: SOURCE_DATA,
  access: 'moderator',
  input: SourceInput,
  form: (input, app, call) => {
    // A terminal shows no forms.
    if (call.guildId === null) return null;
    if (input.subcommand === 'paste' && !input.file) return Promise.resolve(pasteForm(call.language));
    if (input.subcommand !== 'edit' || input.name || input.publisher || input.language || input.tier) return null;
    return namedSource(input.source, app, call).then(({ source }) => editForm(source, call.language));
  },
  run: runSource,
  suggest: suggested,
  press: pressSource,
  pressForm: sourceForm,
  submit: submitSource,
});
