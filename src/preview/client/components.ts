import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APIMediaGalleryComponent,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APISeparatorComponent,
  APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { type Child, el, outsideLink } from './dom.ts';
import { drawMarkdown } from './markdown-dom.ts';
import { say } from './texts.ts';

/** Component types, and below button styles, by Discord's numbers: https://discord.com/developers/docs/components/reference */
const ACTION_ROW = 1 as ComponentType.ActionRow;
const BUTTON = 2 as ComponentType.Button;
const MENU = 3 as ComponentType.StringSelect;
const SECTION = 9 as ComponentType.Section;
const TEXT = 10 as ComponentType.TextDisplay;
const GALLERY = 12 as ComponentType.MediaGallery;
const FILE = 13 as ComponentType.File;
const SEPARATOR = 14 as ComponentType.Separator;
const CONTAINER = 17 as ComponentType.Container;

const LINK = 5 as ButtonStyle.Link;
const PREMIUM = 6 as ButtonStyle.Premium;
const LOOKS: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

/** Draws the components of a message as Discord does. A button or menu carries its id in `data-custom-id`. */
export function drawComponents(
  components: readonly (APIMessageTopLevelComponent | APIComponentInContainer)[],
): readonly Child[] {
  return components.map(drawComponent);
}

function drawComponent(component: APIMessageTopLevelComponent | APIComponentInContainer): Child {
  switch (component.type) {
    case CONTAINER:
      return drawContainer(component);
    case TEXT:
      return el('div', { class: 'text' }, drawMarkdown(component.content));
    case SEPARATOR:
      return drawSeparator(component);
    case ACTION_ROW:
      return drawRow(component);
    case SECTION:
      return drawSection(component);
    case GALLERY:
      return drawGallery(component);
    case FILE:
      return drawFile(component.file.url);
    default:
      return notDrawn();
  }
}

function drawContainer({ accent_color: accent, components }: APIContainerComponent): Child {
  const container = el('div', { class: 'container' }, ...drawComponents(components));
  if (accent != null) container.style.setProperty('--accent', `#${accent.toString(16).padStart(6, '0')}`);
  return container;
}

function drawSeparator({ divider = true, spacing = 1 }: APISeparatorComponent): Child {
  const size = spacing === 2 ? 'large' : 'small';
  return divider ? el('hr', { class: size }) : el('div', { class: `gap ${size}` });
}

function drawRow({ components }: APIActionRowComponent<APIComponentInMessageActionRow>): Child {
  return el('div', { class: 'row', role: 'group' }, ...components.map(drawControl));
}

function drawControl(component: APIComponentInMessageActionRow): Child {
  switch (component.type) {
    case BUTTON:
      return drawButton(component);
    case MENU:
      return drawMenu(component);
    default:
      return notDrawn();
  }
}

function drawSection({ components, accessory }: APISectionComponent): Child {
  const beside =
    accessory.type === BUTTON ? drawButton(accessory) : drawMedia(accessory.media.url, accessory.description);
  return el('div', { class: 'section' }, el('div', {}, ...drawComponents(components)), beside);
}

function drawGallery({ items }: APIMediaGalleryComponent): Child {
  return el('div', { class: 'gallery' }, ...items.map((item) => drawMedia(item.media.url, item.description)));
}

const OWN = 'attachment://';

/** Pictures of elsewhere are not loaded: the page sends nothing to other hosts. */
function drawMedia(url: string, description: string | null | undefined): Child {
  if (url.startsWith(OWN)) return drawPicture(`/files/${encodeURIComponent(url.slice(OWN.length))}`, description ?? '');
  return URL.parse(url)?.protocol.startsWith('http')
    ? outsideLink(url, description ?? url)
    : (description ?? notDrawn());
}

/** Leads to the picture in its own size; what it says in words can be unfolded, as on Discord. */
function drawPicture(src: string, description: string): Child {
  const words = el('details', { class: 'alt' }, el('summary', {}, say('alt')), el('p', {}, description));
  const picture = outsideLink(src, el('img', { src, alt: description }));
  return el('figure', { class: 'picture' }, picture, ...(description ? [words] : []));
}

/** A file of the message, to be saved. */
function drawFile(url: string): Child {
  if (!url.startsWith(OWN)) return notDrawn();
  const name = url.slice(OWN.length);
  return el('a', { class: 'file', href: `/files/${encodeURIComponent(name)}`, download: name }, name);
}

function drawButton(button: APIButtonComponent): Child {
  if (button.style === PREMIUM) return notDrawn();
  const face = [button.emoji?.name, button.label].filter((part) => part !== undefined).join(' ');
  if (button.style === LINK) {
    const link = outsideLink(button.url, face);
    link.className = 'button secondary link';
    return link;
  }
  const look = LOOKS[button.style] ?? 'secondary';
  return el(
    'button',
    {
      type: 'button',
      class: `button ${look}`,
      'data-custom-id': button.custom_id,
      ...(button.disabled && { disabled: '' }),
    },
    face,
  );
}

/** What it says before anything is picked cannot be picked itself. */
function drawMenu({ custom_id, placeholder = '', options }: APIStringSelectComponent): Child {
  return el(
    'select',
    { class: 'button secondary menu', 'aria-label': placeholder, 'data-custom-id': custom_id },
    el('option', { value: '', disabled: '', selected: '' }, placeholder),
    ...options.map(({ value, label }) => el('option', { value }, label)),
  );
}

const notDrawn = (): Child => el('p', { class: 'small' }, say('notDrawn'));
