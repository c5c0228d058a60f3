import { describe, expect, test } from 'vitest';
import { BODY, kept, marked, read } from './support.ts';

const between = (line: string): string => [BODY[0], BODY[1], line, BODY[2], BODY[3]].join('\n\n');
const followed = (...lines: readonly string[]): string => [...BODY, ...lines].join('\n\n');
const headed = (...lines: readonly string[]): string => [...lines, ...BODY].join('\n\n');

describe('a line inside an article', () => {
  test.for([
    'Advertisement',
    'ADVERTISEMENT',
    'Story Continued Below',
    'Read more: Ferry timetable for the left bank',
    'See also: How the bridge was built',
    '( PHOTOS: The bridge in pictures)',
    'Photo: Mira Holt/AFP',
    'Фото: Мирослава Гнатюк, Укрінформ',
    'Image copyright EPA Image caption The ferry at its landing stage',
    'A ferry at the landing stage of Varnik on Monday (Mira Holt/Example News)',
    'People wait for the ferry. REUTERS/Mira Holt',
    'People wait for the ferry. Picture taken May 3. REUTERS/Mira Holt/File Photo',
    'A ferry at Varnik on Monday. Photographer: Mira Holt/Pool via Example',
    'Cars queue at the ramp © Mira Holt',
    'People wait at the landing stage (Photo: AFP)',
    'Sign up for our newsletter and get the news of the day delivered to your inbox.',
    'This website uses cookies to improve your experience. Accept',
    'Copyright © 2024 Example News. All rights reserved.',
    'Share on Facebook',
    'Підписуйтесь на наш Telegram-канал',
    'Читайте также: Как строили мост',
    'Bridge repairs:Governor promises to reopen the crossing by June',
    'FERRY OPERATOR ASKS FOR MORE BOATS AFTER BRIDGE CLOSURE',
    '[Ferry timetable](https://news.example/ferry)',
    '![The bridge](https://news.example/bridge.jpg)',
    '* [World](https://news.example/world) [Politics](https://news.example/politics)',
    '---',
    '2024-05-15',
    'Last Updated: May 16, 2024 10:34 PM',
    'Follow us on X and Facebook',
    'Media playback is unsupported on your device',
    'tags: []',
    'header_image: "/images/bridge.webp"',
  ])('"%s" is boilerplate', (line) => {
    expect(marked(read(between(line)))).toEqual([line]);
  });

  test.for([
    'For more than two years the crossing has been the only one in the district.',
    'Terms of the repair were not disclosed.',
    'By Friday the ferry had carried nine thousand people.',
    'Photos of the damage were checked by two experts.',
    'More than 30 cars were left on the ramp',
    'Follow-up strikes hit the ramp again at noon.',
    'Sources said the shells came from the hills.',
    'Also on Tuesday, a drone fell into the harbour.',
    'Subscribers of the local network lost their connection.',
    'The ferry operator said on its website that it needs more boats (RFE/RL).',
    'The talks hit another roadblock on Tuesday.',
    'A Reuters photographer saw the shells fall.',
    'What happens next?',
    "'No way across'",
    'Via the northern ramp, trucks reached the town within an hour.',
    'He wrote on Telegram: "The ramp is closed."',
    'До п’ятниці пором перевіз дев’ять тисяч людей.',
    'Фотографии повреждений проверили два эксперта.',
  ])('"%s" is report', (line) => {
    expect(marked(read(between(line)))).toEqual([]);
  });
});

describe('lines around an article', () => {
  test.for([
    { name: 'a byline and a date', lines: ['By Mira Holt', 'May 15, 2024'], gone: 2 },
    { name: 'a byline with its outlet', lines: ['By Mira Holt and Jon Reed, Example News'], gone: 1 },
    { name: 'byline, outlet and date in one', lines: ['Mira Holt · Example News · Posted: May 15, 2024'], gone: 1 },
    { name: 'names of writers', lines: ['Mira Holt and Jon Reed', 'Example News'], gone: 2 },
    { name: 'a menu', lines: ['Home', 'Our Town', 'Sea and Sky', 'Harbour', 'Weather', 'Archive'], gone: 6 },
    { name: 'a Ukrainian date line', lines: ['Опубліковано 15 травня 2024, 14:20'], gone: 1 },
  ])('$name before it', ({ lines, gone }) => {
    const reading = read(headed(...lines), { title: 'Bridge at Varnik closed' });
    expect([marked(reading).length, kept(reading)]).toEqual([gone, BODY]);
  });

  test.for([
    { name: 'tags', lines: ['Varnik', 'River Crossing'] },
    { name: 'a source', lines: ['Source: Example News'] },
    { name: 'contributors', lines: ['The Associated Press contributed to this report.'] },
    { name: 'an agency’s staff', lines: ['(Reporting by Mira Holt; Editing by Jon Reed)'] },
    {
      name: 'a writer’s life',
      lines: ['Mira Holt is a columnist at Example News and the author of two books on rivers.'],
    },
    {
      name: 'related posts',
      lines: ['Related posts', 'Ferry operator asks for boats', 'Who pays for the northern ramp now?'],
    },
    {
      name: 'Ukrainian related posts',
      lines: ['Читайте також:', 'Пором просить більше човнів', 'Хто платить за рампу'],
    },
  ])('$name behind it', ({ lines }) => {
    const reading = read(followed(...lines), { title: 'Bridge at Varnik closed' });
    expect(kept(reading)).toEqual(BODY);
  });

  test('a list of related posts in the middle ends where the article goes on', () => {
    const text = [BODY[0], 'Related articles', 'Ferry operator asks for boats', ...BODY.slice(1)].join('\n');
    expect(kept(read(text))).toEqual(BODY);
  });

  test('a caption above its credited copy goes with it', () => {
    const text = between('Governor Ana Brill\nGovernor Ana Brill © Mira Holt/Getty Images');
    expect(kept(read(text))).toEqual(BODY);
  });
});

describe('the title', () => {
  const TITLE = 'Bridge at Varnik closed after shells hit both approaches';

  test('is found in the text, and only its first time is kept', () => {
    const reading = read(headed('Skip to content', TITLE, TITLE));
    expect([reading.title, marked(reading)]).toEqual([TITLE, ['Skip to content', TITLE]]);
    expect(reading.titleSpan).toEqual({ start: 17, end: 17 + TITLE.length });
  });

  test('is told by the name of the site behind it', () => {
    const reading = read(headed(`${TITLE} | Example News`), { title: TITLE });
    expect(reading.titleSpan).toEqual({ start: 0, end: TITLE.length + 15 });
  });

  test('may be a Markdown heading, whose mark is boilerplate', () => {
    const reading = read(headed(`# ${TITLE}`));
    expect([reading.title, marked(reading)]).toEqual([TITLE, ['# ']]);
  });

  test('may be a field of front matter', () => {
    const reading = read(headed('---', `title: "${TITLE}"`, 'tags: []', '---'), { title: TITLE });
    expect(kept(reading)).toEqual([TITLE, ...BODY]);
  });

  test.for([
    { name: 'a text of paragraphs alone has none', text: BODY.join('\n') },
    { name: 'names of writers are none', text: headed('Mira Holt and Jon Reed') },
    { name: 'a date is none', text: headed('Wednesday 15 May 2024') },
  ])('$name', ({ text }) => {
    expect(read(text).title).toBeNull();
  });

  test('given from outside needs not stand in the text', () => {
    expect(read(BODY.join('\n'), { title: TITLE })).toMatchObject({ title: TITLE, titleSpan: null });
  });
});

describe('the dateline', () => {
  test.for([
    { head: 'KYIV (Reuters) - ', place: 'KYIV' },
    { head: 'KYIV, Ukraine (AP) — ', place: 'KYIV, Ukraine' },
    { head: 'PORT SUDAN, May 15 (Xinhua) -- ', place: 'PORT SUDAN' },
    { head: 'GOMA, DR Congo – ', place: 'GOMA, DR Congo' },
    { head: 'Brussels (AFP) - ', place: 'Brussels' },
    { head: 'WASHINGTON/GENEVA (Reuters) - ', place: 'WASHINGTON/GENEVA' },
    { head: 'МОСКВА, 10 февраля — ', place: 'МОСКВА' },
    { head: 'MOSCOW, February 10. /TASS/ - ', place: 'MOSCOW' },
    { head: '**Kyiv, Ukraine –** ', place: 'Kyiv, Ukraine' },
    { head: 'Feb 10 (Reuters) - ', place: null },
  ])('$head', ({ head, place }) => {
    const reading = read(`${head}${BODY.join('\n')}`);
    expect([reading.dateline, marked(reading)]).toEqual([{ place, span: { start: 0, end: head.length } }, [head]]);
  });

  test.for([
    'Kyiv — the capital — was quiet on Tuesday night, and trains left on time in all directions.',
    'NATO — The alliance of thirty states met on Tuesday, and its members agreed on nothing at all.',
    'The governor - Ana Brill - said on Tuesday that the bridge would be closed for three weeks or more.',
    'May 15 — The day on which the bridge was opened is a holiday in the district, the governor said.',
  ])('"%s" has none', (line) => {
    expect(read(`${line}\n${BODY.join('\n')}`).dateline).toBeNull();
  });
});

test('labels at the front of a paragraph go without it', () => {
  const reading = read(['Story highlights Governor closes the bridge at Varnik for weeks', ...BODY].join('\n'));
  expect(kept(reading)[0]).toBe('Governor closes the bridge at Varnik for weeks');
});
