import { about } from './api.ts';
import { callCommand } from './call.ts';
import { type Draft, type Target, targetsOf } from './command-line.ts';
import { createComposer } from './composer.ts';
import { byId, el } from './dom.ts';
import { requestOf } from './draft.ts';
import { offerMenu } from './pasted.ts';
import { currentLanguage, restorePreferences, switchLanguage, switchTheme } from './preferences.ts';
import { translate } from './texts.ts';
import { offerExamples } from './welcome.ts';

restorePreferences();
translate(document);
const { commands, version } = await about();
const targets = targetsOf(commands);
const composer = createComposer(targets, send);
byId('version').textContent = version;
byId('theme').addEventListener('click', switchTheme);
byId('language').addEventListener('click', () => {
  switchLanguage();
  translate(document);
  void listCommands();
});
await listCommands();

function send(draft: Draft): void {
  const options = draft.filled
    .filter(({ text }) => text !== '')
    .map(({ option, text }) => `${nameOf(option)}: ${text}`);
  void callCommand(requestOf(draft), {
    label: `/${draft.target.label[currentLanguage()]}`,
    options: options.join(' · '),
  });
}

const nameOf = ({ name, nameUk }: { readonly name: string; readonly nameUk: string }): string =>
  currentLanguage() === 'uk' ? nameUk : name;

/** In the page's language, so again whenever that changes. */
async function listCommands(): Promise<void> {
  byId('commands').replaceChildren(...targets.map(drawCommand));
  offerMenu(commands);
  await offerExamples(targets, send);
}

function drawCommand(target: Target): HTMLElement {
  const language = currentLanguage();
  const button = el('button', { type: 'button', title: target.description[language] }, `/${target.label[language]}`);
  button.addEventListener('click', () => composer.begin(target));
  return el('li', {}, button);
}
