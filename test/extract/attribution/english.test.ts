import { describe, expect, test } from 'vitest';
import { heard } from './voices.ts';

/** The words in brackets are asked for; `who` null is the narrator. */
interface Case {
  readonly text: string;
  readonly who: string | null;
  readonly epi?: string;
  readonly via?: string;
}

function check({ text, who, epi = who === null ? 'asserted' : 'attributed', via }: Case): void {
  expect(heard(text, 'en')).toMatchObject({ who, epi, ...(via !== undefined && { via }) });
}

describe('the speaker before what is said', () => {
  test.for<Case>([
    { text: 'Marlow said that [two bridges were destroyed].', who: 'marlow' },
    { text: 'Marlow said [two bridges were destroyed].', who: 'marlow' },
    { text: 'The ministry announced [a new package of aid].', who: 'ministry' },
    { text: 'Officials say [the dam is damaged].', who: 'officials' },
    { text: 'The army has said [it left the town].', who: 'army' },
    { text: 'Marlow also told reporters on Friday that [the port was closed].', who: 'marlow' },
    { text: 'Marlow told CNN that [the port was closed].', who: 'marlow', via: 'CNN' },
    { text: 'Two officials told the BBC [the port was closed].', who: 'two-officials', via: 'the BBC' },
    { text: 'Anna Marlow, the head of the regional council, said [five people died].', who: 'marlow' },
    { text: 'Anna Marlow, who arrived on Tuesday, said [five people died].', who: 'marlow' },
    { text: 'Anna Marlow, a retired officer, said [the president views the war as lost].', who: 'marlow' },
    { text: 'An official, speaking on condition of anonymity, said [the plan was dead].', who: 'official' },
    { text: 'On Tuesday, Marlow said in a statement that [five people died].', who: 'marlow' },
    { text: 'Marlow on Tuesday said [five people died].', who: 'marlow' },
    { text: 'Officials in the capital said [five people died].', who: 'officials' },
    { text: 'A report by the council found that [five people died].', who: 'report' },
    { text: 'Aid workers who reached the valley said [the road was cut].', who: 'aid-workers' },
    { text: 'Marlow said: “[We will hold the line until spring].”', who: 'marlow' },
    { text: 'Rebels and their allies believe [the town will fall].', who: 'rebels' },
    { text: 'The general does not believe [the town has fallen].', who: 'general' },
    { text: 'The council called for [more troops on the border].', who: 'council' },
    { text: 'Marlow urged the council to act [during a visit to the port].', who: null },
    { text: 'Marlow said [the port was closed] during a brief trip.', who: 'marlow' },
    { text: 'Marlow said [five people died during a raid].', who: 'marlow' },
  ])('$text', check);
});

describe('the speaker behind or beside what is said', () => {
  test.for<Case>([
    { text: '[Five people died in the blast], Marlow said.', who: 'marlow' },
    { text: '[Five people died in the blast], Marlow said on Friday.', who: 'marlow' },
    { text: '[Five people died in the blast], said Marlow, the head of the council.', who: 'marlow' },
    { text: '[Five people died in the blast], Marlow told reporters.', who: 'marlow' },
    { text: '[Five people died in the blast], Marlow told Reuters by phone.', who: 'marlow', via: 'Reuters' },
    { text: 'The blast, officials said, [killed five people].', who: 'officials' },
    { text: '[Five people died], according to the ministry.', who: 'ministry' },
    { text: 'According to the ministry, [five people died].', who: 'ministry' },
    { text: 'The blast, according to the ministry, [killed five people].', who: 'ministry' },
    { text: 'As the ministry reported, [five people died].', who: 'ministry' },
    { text: '[Five people died], as the ministry reported.', who: 'ministry' },
    { text: '[Five people died], Kurdish activists and a war monitor said.', who: 'kurdish-activists' },
    { text: '“[The bridge is gone],” said Anna Marlow.', who: 'marlow' },
    { text: '“[The bridge is gone],” Marlow wrote on Telegram.', who: 'marlow' },
  ])('$text', check);
});

describe('what the verb makes of it', () => {
  test.for<Case>([
    { text: 'The rebels claimed [they had taken the hill].', who: 'rebels', epi: 'claimed' },
    { text: 'The rebels claim to [have taken the hill].', who: 'rebels', epi: 'claimed' },
    { text: '“[These losses indicate weakness],” said Marlow.', who: 'marlow' },
    { text: 'The army accused the rebels of [shelling a school].', who: 'army', epi: 'claimed' },
    { text: 'The minister alleged that [the rebels shelled a school].', who: 'minister', epi: 'claimed' },
    { text: 'The army denied [it had shelled a school].', who: 'army', epi: 'denied' },
    { text: 'The army has repeatedly denied [shelling the school].', who: 'army', epi: 'denied' },
    { text: 'The army rejected claims that [it had shelled the school].', who: 'army', epi: 'denied' },
    { text: 'The minister acknowledged that [his troops had left the town].', who: 'minister', epi: 'acknowledged' },
    { text: 'The minister admitted [losing the town].', who: 'minister', epi: 'acknowledged' },
    { text: 'The ministry confirmed [the strike].', who: 'ministry' },
    { text: 'The rebels’ claim that [the hill had fallen] was mocked.', who: 'rebels', epi: 'claimed' },
    { text: 'Claims by the rebels that [the hill had fallen] were mocked.', who: 'rebels', epi: 'claimed' },
    { text: 'Analysts warned that [the town could fall].', who: 'analysts' },
    { text: 'The council estimates that [a thousand people fled].', who: 'council' },
  ])('$text', check);
});

describe('nobody in particular', () => {
  test.for<Case>([
    { text: '[The commander reportedly left the town].', who: 'unspecified' },
    { text: '[The commander allegedly sold the weapons].', who: 'unspecified' },
    { text: '[The commander is believed to have left].', who: 'unspecified' },
    { text: '[The rebels are accused of shelling a school].', who: 'unspecified', epi: 'claimed' },
    { text: 'There were reports that [the town had fallen].', who: 'unspecified' },
    { text: 'It was announced by the council that [the bridge was closed].', who: 'council' },
    { text: '[The strike was reported by local officials].', who: 'local-officials' },
    { text: 'The mayor was quoted by Interfax as saying [five people died].', who: 'mayor', via: 'Interfax' },
    { text: 'Interfax quoted the mayor as saying [five people died].', who: 'mayor', via: 'Interfax' },
  ])('$text', check);
});

describe('the narrator', () => {
  test.for<Case>([
    { text: 'Anna Marlow, [who arrived on Tuesday], said five people died.', who: null },
    { text: '[Five people died in the blast].', who: null },
    { text: 'The army would not say [whether the town had fallen].', who: null },
    { text: 'The army did not confirm [the loss of the town].', who: null },
    { text: 'The army refused to say [how many had died].', who: null },
    { text: 'Equipment announced in past weeks would [help the front].', who: null },
    { text: 'The announced withdrawal [began at dawn].', who: null },
    { text: 'Marlow told them to [leave the town].', who: null },
    { text: '[The fighting continues in the north].', who: null },
    { text: 'After reports that the town had fallen, [the mayor left].', who: null },
    { text: 'The mayor’s reported [death shocked the town].', who: null },
    { text: 'The mayor met generals accused of [stealing fuel].', who: null },
    { text: '“These losses indicate weakness,” said Marlow. [It rained].', who: null },
    { text: 'Five people died, officials said; [the road was cut].', who: null },
    { text: 'Troops of the United States [left the base].', who: null },
    { text: 'Officials said five people died, though [no body was found].', who: null },
  ])('$text', check);
});

describe('several sentences', () => {
  test.for<Case>([
    { text: 'Marlow visited the port. He said [two ships had sunk].', who: null },
    { text: 'Marlow said two ships had sunk. He added that [a third was burning].', who: 'marlow' },
    { text: 'Marlow said two ships had sunk. [A third was burning].', who: null },
    { text: 'Marlow said two ships had sunk and warned that [more would follow].', who: 'marlow' },
    { text: 'Marlow said two ships had sunk, adding that [a third was burning].', who: 'marlow' },
    { text: 'Marlow visited the port and announced [a package of aid].', who: 'marlow' },
    { text: '“Two ships have sunk,” Marlow said. “[A third is still burning].”', who: 'marlow' },
    { text: '“Two ships have sunk. [A third is still burning],” Marlow said.', who: 'marlow' },
    { text: '“Two ships have sunk,” Marlow said, “[and a third is still burning].”', who: 'marlow' },
    {
      text: 'Marlow spoke to the crew, and said: “Two ships have sunk.\n“[A third is still burning there].”',
      who: 'marlow',
    },
    { text: '“Two ships have sunk in the bay.\n“[A third is still burning there],” Marlow said.', who: 'marlow' },
    { text: 'Declaring that “[the war is over now],” Marlow left the hall.', who: 'marlow' },
    { text: 'Marlow said the rebels claimed [they had taken the hill].', who: 'rebels', epi: 'claimed' },
    { text: 'The mayor said [five people died], Reuters reported.', who: 'mayor', via: 'Reuters' },
  ])('$text', check);
});
