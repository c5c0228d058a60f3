import { expect, test } from 'vitest';
import { languageOf } from '../../src/ingest/language.ts';
import { lexicon } from './support.ts';

test.for([
  {
    language: 'en',
    text: 'The bridge was closed on Tuesday and it will be open again in three weeks, the governor said.',
  },
  { language: 'uk', text: 'Міст закрили у вівторок, і він відкриється за три тижні, повідомив голова області.' },
  { language: 'ru', text: 'Мост закрыли во вторник, и он откроется через три недели, сообщил глава области.' },
  { language: 'be', text: 'Мост зачынілі ў аўторак, і ён адкрыецца праз тры тыдні, паведаміў кіраўнік вобласці.' },
  { language: 'bg', text: 'Мостът беше затворен във вторник и ще бъде отворен отново след три седмици, каза той.' },
  {
    language: 'de',
    text: 'Die Brücke wurde am Dienstag geschlossen und soll in drei Wochen wieder offen sein, sagte er.',
  },
  {
    language: 'fr',
    text: 'Le pont a été fermé mardi et sera ouvert dans trois semaines, selon le gouverneur de la région.',
  },
  {
    language: 'es',
    text: 'El puente se cerró el martes y se abrirá de nuevo en tres semanas, según el gobernador de la región.',
  },
  {
    language: 'pl',
    text: 'Most został zamknięty we wtorek i będzie otwarty za trzy tygodnie, jak powiedział wojewoda.',
  },
  {
    language: 'tr',
    text: 'Köprü salı günü kapatıldı ve üç hafta sonra yeniden açılacak, dedi vali ve bir açıklama için.',
  },
  { language: 'ar', text: 'أغلق الجسر يوم الثلاثاء في المدينة وقال المحافظ إن العمل على إصلاحه مستمر' },
  { language: 'fa', text: 'این پل روز سه‌شنبه بسته شد و استاندار گفت که کار تعمیر آن در جریان است' },
  { language: 'he', text: 'הגשר נסגר ביום שלישי' },
  { language: 'ka', text: 'ხიდი დაიკეტა სამშაბათს' },
  { language: 'ko', text: '다리는 화요일에 폐쇄되었다' },
  { language: 'zh', text: '大桥周二关闭，这是三周以来的第一次，他说' },
  { language: 'und', text: 'Xyzzy plugh frotz' },
  { language: 'und', text: '12345 ...' },
])('$language: $text', ({ language, text }) => {
  expect(languageOf(text, lexicon.profiles)).toBe(language);
});
