import { AID_KINDS, AID_STATUSES } from '../src/domain/claim.ts';
import { answerCommand } from './answer-command.ts';
import { closedOption, entityOption } from './answer-options.ts';

/** `/aid [donor] [recipient] [kind] [status] [period] [language] [private]`: who gives what, with sums where they can be made. */
export default answerCommand({
  form: 'aid',
  nameUk: 'допомога',
  description: {
    en: 'Who gives what: amounts, status and sums, with sources',
    uk: 'Хто що надає: суми, стан і підсумки, з джерелами',
  },
  options: [
    entityOption('donor', { en: 'Who gives', uk: 'Хто надає' }),
    entityOption('recipient', { en: 'Who gets it', uk: 'Хто отримує' }),
    closedOption('kind', AID_KINDS, { en: 'What kind of aid', uk: 'Який вид допомоги' }),
    closedOption('status', AID_STATUSES, { en: 'How far it has come', uk: 'На якому етапі допомога' }),
  ],
});
