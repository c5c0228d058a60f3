/** Discord's documented limits, each with the page that states it. Characters are counted as UTF-16 units, the strictest reading. */

// https://discord.com/developers/docs/resources/message#create-message-jsonform-params
export const CONTENT_CHARS = 2_000;
export const EMBEDS_PER_MESSAGE = 10;
export const NONCE_CHARS = 25;
export const ATTACHMENTS_PER_MESSAGE = 10;
// https://discord.com/developers/docs/reference#uploading-files
/** Of each file, where neither the server nor the person has a higher one. */
export const ATTACHMENT_BYTES = 10 * 1024 * 1024;

// https://discord.com/developers/docs/resources/message#embed-object-embed-limits
export const EMBED_TITLE_CHARS = 256;
export const EMBED_DESCRIPTION_CHARS = 4_096;
export const EMBED_FIELDS = 25;
export const EMBED_FIELD_NAME_CHARS = 256;
export const EMBED_FIELD_VALUE_CHARS = 1_024;
export const EMBED_FOOTER_CHARS = 2_048;
export const EMBED_AUTHOR_CHARS = 256;
/** Titles, descriptions, fields, footers and authors of all embeds together. */
export const EMBEDS_TOTAL_CHARS = 6_000;
/** Of any URL in an embed; stated by Discord's OpenAPI description (RichEmbed). */
export const EMBED_URL_CHARS = 2_048;

// https://discord.com/developers/docs/resources/message#allowed-mentions-object
export const ALLOWED_MENTION_IDS = 100;

// https://discord.com/developers/docs/components/reference#legacy-message-component-behavior
export const LEGACY_ROWS = 5;
// https://discord.com/developers/docs/components/reference#component-object
/** Nested ones and accessories included. */
export const COMPONENTS_TOTAL = 40;
// https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id
export const CUSTOM_ID_CHARS = 100;
// https://discord.com/developers/docs/components/reference#action-row
export const BUTTONS_PER_ROW = 5;
// https://discord.com/developers/docs/components/reference#button-button-structure
export const BUTTON_LABEL_CHARS = 80;
export const BUTTON_URL_CHARS = 512;
// https://discord.com/developers/docs/components/reference#string-select-string-select-structure
export const SELECT_OPTIONS = 25;
export const SELECT_PLACEHOLDER_CHARS = 150;
export const SELECT_OPTION_CHARS = 100;
// https://discord.com/developers/docs/components/reference#text-display
/** All text displays of a message together: https://github.com/discord/discord-api-docs/pull/8562 */
export const TEXT_TOTAL_CHARS = 4_000;
/**
 * Undocumented: beyond this many UTF-8 bytes, plus 12 for each text display, Discord answers 500.
 * https://github.com/discord/discord-api-docs/issues/8554
 */
export const TEXT_TOTAL_BYTES = 10_170;
export const TEXT_DISPLAY_OVERHEAD_BYTES = 12;
// https://discord.com/developers/docs/components/reference#section-section-structure
export const SECTION_TEXTS = 3;
// https://discord.com/developers/docs/components/reference#media-gallery-media-gallery-structure
export const GALLERY_ITEMS = 10;
// https://discord.com/developers/docs/components/reference#thumbnail-thumbnail-structure
export const ALT_TEXT_CHARS = 1_024;
// https://discord.com/developers/docs/components/reference#container-container-structure
export const COLOUR_MAX = 0xff_ff_ff;

// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal
export const MODAL_TITLE_CHARS = 45;
export const MODAL_COMPONENTS = 5;
// https://discord.com/developers/docs/components/reference#text-input-text-input-structure
export const TEXT_INPUT_CHARS = 4_000;
export const TEXT_INPUT_LABEL_CHARS = 45;
export const TEXT_INPUT_PLACEHOLDER_CHARS = 100;
// https://discord.com/developers/docs/components/reference#label-label-structure
export const LABEL_DESCRIPTION_CHARS = 100;

// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming
/** https://discord.com/developers/docs/interactions/application-commands#message-commands */
export const MENU_NAME_CHARS = 32;
export const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-structure
export const COMMAND_DESCRIPTION_CHARS = 100;
export const COMMAND_OPTIONS = 25;
/** Names, descriptions and values of a command, the longest localisation of each. */
export const COMMAND_TOTAL_CHARS = 8_000;
// https://discord.com/developers/docs/interactions/application-commands#registering-a-command
export const COMMANDS_PER_SCOPE = 100;
// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure
export const CHOICES = 25;
export const CHOICE_NAME_CHARS = 100;
export const CHOICE_VALUE_CHARS = 100;
// https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure
export const OPTION_LENGTH_CHARS = 6_000;

// https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback
export const ACKNOWLEDGE_WITHIN_MS = 3_000;
export const TOKEN_VALID_MS = 15 * 60_000;

// https://discord.com/developers/docs/events/gateway#rate-limiting
export const GATEWAY_SENDS_PER_MINUTE = 120;
