import { describe, expect, test } from 'vitest';
import { heard, type Named } from './voices.ts';

interface Case {
  readonly text: string;
  readonly who: string | null;
  readonly epi?: string;
}

const RUSSIAN: Readonly<Record<string, Named>> = {
  Орлов: { id: 'orlov', kind: 'person' },
  Орлова: { id: 'orlov', kind: 'person' },
  Генштабе: { id: 'general-staff', kind: 'organisation' },
  Минобороны: { id: 'defence-ministry', kind: 'organisation' },
};
const UKRAINIAN: Readonly<Record<string, Named>> = {
  Орлов: { id: 'orlov', kind: 'person' },
  Орлова: { id: 'orlov', kind: 'person' },
  Генштабі: { id: 'general-staff', kind: 'organisation' },
  Міноборони: { id: 'defence-ministry', kind: 'organisation' },
};

describe('Russian', () => {
  test.for<Case>([
    { text: 'Орлов сообщил, что [мост разрушен].', who: 'orlov' },
    { text: 'Губернатор Пётр Орлов заявил, что [мост разрушен].', who: 'orlov' },
    { text: 'Орлов также добавил, что [мост разрушен].', who: 'orlov' },
    { text: '[Мост разрушен], сообщил губернатор Пётр Орлов.', who: 'orlov' },
    { text: '[Мост разрушен], сообщил журналистам Орлов.', who: 'orlov' },
    { text: '[Мост разрушен], сообщили в Генштабе.', who: 'general-staff' },
    { text: 'В Генштабе сообщили, что [мост разрушен].', who: 'general-staff' },
    { text: 'По словам Орлова, [мост разрушен].', who: 'orlov' },
    { text: '[Мост разрушен], по словам Орлова.', who: 'orlov' },
    { text: '«[Мы держим этот берег реки]», — сказал Орлов.', who: 'orlov' },
    { text: '«Мы держим этот берег реки, — сказал Орлов. — [Мост разрушен]».', who: 'orlov' },
    { text: 'Как сообщил Орлов, [мост разрушен].', who: 'orlov' },
    { text: '[Мост в городе разрушен]. Об этом сообщает Орлов.', who: 'orlov' },
    { text: 'Орлов утверждает, что [мост разрушен].', who: 'orlov', epi: 'claimed' },
    { text: 'Минобороны опровергло, что [мост разрушен].', who: 'defence-ministry', epi: 'denied' },
    { text: 'Орлов признал, что [мост потерян].', who: 'orlov', epi: 'acknowledged' },
    { text: 'Орлов, в свою очередь, заявил, что [мост разрушен].', who: 'orlov' },
    { text: 'Орлов приехал в город. Он заявил, что [мост разрушен].', who: null },
    { text: 'Орлов сообщил о взрыве. Он добавил, что [мост разрушен].', who: 'orlov' },
    { text: 'Орлов написал вечером:\n«[Мост через реку разрушен полностью]».', who: 'orlov' },
    { text: '[Мост якобы разрушен].', who: 'unspecified' },
    { text: '[Мост разрушен].', who: null },
  ])('$text', ({ text, who, epi = who === null ? 'asserted' : 'attributed' }) => {
    expect(heard(text, 'ru', RUSSIAN)).toMatchObject({ who, epi });
  });
});

describe('Ukrainian', () => {
  test.for<Case>([
    { text: 'Орлов повідомив, що [міст зруйновано].', who: 'orlov' },
    { text: 'Губернатор Петро Орлов заявив, що [міст зруйновано].', who: 'orlov' },
    { text: '[Міст зруйновано], повідомив губернатор Петро Орлов.', who: 'orlov' },
    { text: '[Міст зруйновано], повідомили в Генштабі.', who: 'general-staff' },
    { text: 'У Генштабі повідомили, що [міст зруйновано].', who: 'general-staff' },
    { text: 'За словами Орлова, [міст зруйновано].', who: 'orlov' },
    { text: '[Міст зруйновано], за словами Орлова.', who: 'orlov' },
    { text: '«[Ми тримаємо цей берег річки]», — сказав Орлов.', who: 'orlov' },
    { text: 'Як повідомив Орлов, [міст зруйновано].', who: 'orlov' },
    { text: '[Міст у місті зруйновано]. Про це повідомляє Орлов.', who: 'orlov' },
    { text: 'Орлов стверджує, що [міст зруйновано].', who: 'orlov', epi: 'claimed' },
    { text: 'Міноборони заперечило, що [міст зруйновано].', who: 'defence-ministry', epi: 'denied' },
    { text: 'Орлов визнав, що [міст втрачено].', who: 'orlov', epi: 'acknowledged' },
    { text: 'Орлов повідомив про вибух. Він додав, що [міст зруйновано].', who: 'orlov' },
    { text: '[Міст нібито зруйновано].', who: 'unspecified' },
    { text: '[Міст зруйновано].', who: null },
  ])('$text', ({ text, who, epi = who === null ? 'asserted' : 'attributed' }) => {
    expect(heard(text, 'uk', UKRAINIAN)).toMatchObject({ who, epi });
  });
});
