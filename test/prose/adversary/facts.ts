import type { Language } from '../../../src/domain/language.ts';
import type { Fact, Facts } from '../../../src/domain/prose.ts';

const fact = (line: string, sentence: string, over: Partial<Fact> = {}): Fact => ({
  ...{ line, sentence, telling: 'plain', speaker: [], isUndone: false, date: null },
  ...over,
});
const said = (...speaker: readonly string[]): Partial<Fact> => ({ telling: 'said', speaker });
const claimed = (...speaker: readonly string[]): Partial<Fact> => ({ telling: 'claimed', speaker });
const denied = (...speaker: readonly string[]): Partial<Fact> => ({ telling: 'denied', speaker });
const UNDONE = { isUndone: true } as const;
const LEE = ['Ann Lee (Norland)', 'Ann Lee', 'foreign minister Ann Lee'];

const EN: readonly Fact[] = [
  fact('shell', 'Russian forces shelled the port of Odesa with 12 rockets.', { date: '10 May 2024' }),
  fact('casualties', 'A Russian missile strike on Kharkiv killed 7 people and injured 23.'),
  fact('market', 'Ukrainian drones hit a market in Belgorod.', said('Belgorod governor')),
  fact('advance', 'Russian forces in Kursk attacked a bridge near Sumy.'),
  fact('condemn', 'Ann Lee condemned the attack in Moscow.'),
  fact('refugees', 'Poland sent aid to Ukraine for refugees from Crimea.'),
  fact('ban', 'Germany will not send missiles to Ukraine in 2024.', UNDONE),
  fact('halt', 'Russia stopped strikes on power plants.'),
  fact('or', 'Russian forces captured Brod or Tarn.'),
  fact('freed', 'Ukraine freed all prisoners of the Azov camp.'),
  fact('nobody', 'In Odesa, nobody was killed.'),
  fact('plan', 'Under the draft, Russia keeps Crimea.'),
  fact('view', 'In Moscow’s view, Ukraine started the war.'),
  fact('insist', 'Russian forces captured Tarn, Moscow insists.'),
  fact('contested', 'Russian forces captured Tarn, which Kyiv disputes.'),
  fact('unproven', 'Ukraine shelled Tarn, although nobody has verified this.'),
  fact('drill', 'Russian forces captured a village in an exercise.'),
  fact('man', 'A Russian attacked a policeman in Warsaw.'),
  fact('held', 'Norland held the town of Brod.'),
  fact('controls', 'Norland controlled the crossing.'),
  fact('had', 'Norland had 300 soldiers in Brod.'),
  fact('sold', 'Norland sold Sudland 30 tanks.'),
  fact('caught', 'The army caught 12 spies.'),
  fact('biggest', 'It was the biggest attack of the war.'),
  fact('first', 'This was the first strike on Tarn in 2024.'),
  fact('talks', 'The two sides did not agree on a ceasefire.', said(...LEE)),
  fact('give', 'Sudland will give Norland $1.5 billion in aid.', { ...said(...LEE), isUndone: true }),
  fact('taken', 'Norland has taken the town of Brod.', claimed('Norland')),
  fact('hospital', 'Its troops struck the hospital.', denied('Sudland')),
  fact('left', 'More than 30,000 people left Tarn.'),
  fact('hostages', 'Up to 40 hostages were freed by Norland’s police.'),
  fact('percent', 'Norland controls 20 percent of the region.', said('Norland officials')),
  fact('visit', 'Ann Lee visited Bo Ray in Tarn after the talks in Brod.'),
  fact('fail', 'Norland failed to repel an attack by Sudland on Brod.'),
  fact('refused', 'Sudland refused to send Norland 40 tanks.'),
  fact('accuse', 'Norland accused Sudland of shelling the dam in Tarn.'),
  fact('longer', 'Norland no longer supplies Sudland with fuel.'),
  fact('denynot', 'Sudland did not deny that its drones flew over Tarn.'),
  fact('may', 'Norland may withdraw its troops from Tarn by June.', UNDONE),
  fact('losses', 'Norland lost 14 tanks, and Sudland lost 9 aircraft.'),
  fact('brodhit', 'Shelling of Brod injured 15 people.', said(...LEE)),
  fact('tarnhit', 'Shelling of Tarn injured 4 people.', said(...LEE)),
  fact('sanction', 'The UK has approved £300 million in aid for Ukraine.'),
  fact('pledge', 'Sweden has pledged 10 howitzers to Ukraine.'),
  fact('thanks', 'Ukraine thanked Poland for 14 jets.'),
  fact('reject', 'Norland rejected a ceasefire with Sudland.'),
  fact('supports', 'Hungary supports the sanctions against Russia.'),
  fact('admit', 'Norland’s troops left Brod.', { telling: 'acknowledged', speaker: ['Norland army spokesman'] }),
  fact('reports', 'Some 200 soldiers deserted.', { telling: 'said', speaker: [] }),
  fact('fewer', 'A few soldiers deserted in Brod.'),
  fact('decreased', 'Norland attacks on Brod decreased.', said(...LEE)),
  fact('backed', 'Russia backed forces in Brod.'),
];

const ZEL = ['Володимир Зеленський (Україна)', 'Володимир Зеленський'];
const UK: readonly Fact[] = [
  fact('shell', 'Російські війська випустили по порту Одеси 12 ракет.', { date: '10 травня 2024 р.' }),
  fact('casualties', 'Унаслідок удару по Харкову загинули 7 людей і 23 поранено.'),
  fact('market', 'Українські дрони влучили в ринок у Бєлгороді.', said('Губернатор Бєлгородської області')),
  fact('ban', 'Німеччина не надасть Україні ракет у 2024 році.', UNDONE),
  fact('halt', 'Росія припинила удари по електростанціях.'),
  fact('or', 'Російські війська захопили Брод або Тарн.'),
  fact('view', 'На думку Москви, Україна почала війну.'),
  fact('contested', 'Російські війська захопили Тарн, хоча Київ це спростовує.'),
  fact('insist', 'Російські війська захопили Тарн, наполягає Москва.'),
  fact('nobody', 'В Одесі ніхто не загинув.'),
  fact('talks', 'Сторони не домовилися про припинення вогню.', said(...ZEL)),
  fact('give', 'Зюдланд може надати Норландії 12 000 снарядів.', UNDONE),
  fact('taken', 'Російські війська захопили місто Брод.', claimed('Росія')),
  fact('left', 'Понад 12 тис. людей залишили Тарн.'),
  fact('hospital', 'Дрони вдарили по лікарні.', denied('Росія')),
  fact('visit', 'Зеленський відвідав Макрона в Парижі після переговорів у Києві.'),
  fact('advance', 'Російські війська на Курщині атакували міст біля Сум.'),
  fact('first', 'Це перший удар по Тарну в 2024 році.'),
  fact('brodhit', 'Обстріл Брода поранив 15 людей.', said(...ZEL)),
  fact('tarnhit', 'Обстріл Тарна поранив 4 людей.', said(...ZEL)),
  fact('army', 'Ворог відійшов від Брода.', said('Українська армія')),
  fact('pledge', 'Швеція пообіцяла Україні 10 гаубиць.'),
];

/** Facts of our own, of the kinds that sentences go wrong over. */
export const TOLD: Readonly<Record<Language, Facts>> = {
  en: { facts: EN, names: [{ whole: 'Ann Lee', short: 'Lee' }] },
  uk: { facts: UK, names: [{ whole: 'Володимир Зеленський', short: 'Зеленський' }] },
};
