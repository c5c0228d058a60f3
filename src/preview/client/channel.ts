import { byId } from './dom.ts';

/** Puts a message at the end of the channel, in view. */
export function appendMessage(element: HTMLElement): void {
  byId('messages').append(element);
  reveal(element);
}

/** Scrolls so that a message is read from its start; a short one at the end stands just above the command line. */
export function reveal(element: HTMLElement): void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'start', behavior: calm ? 'instant' : 'smooth' });
}

/** Scrolls by most of a page: 1 is down, -1 up. */
export function scrollPage(direction: 1 | -1): void {
  const scroller = byId('scroller');
  scroller.scrollBy({ top: direction * scroller.clientHeight * 0.8 });
}
