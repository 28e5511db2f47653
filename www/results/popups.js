/**
 * What appears over the text when the reader points at something: the card of a quotation, and the button beside
 * selected words. It is loaded late.
 *
 * @import { MarkedText } from "../text/marked-text.js"
 * @import { SelectedWords } from "../text/selected-words.js"
 * @import { Strings } from "../strings/strings-for.js"
 */

import { SelectionButton } from "../corrections/selection-button.js";
import { lateStrings } from "../strings/late.js";
import { selectionInView } from "../text/selected-words.js";
import { QuotationCard } from "./quotation-card.js";

export class Popups {
  card;
  selectionButton;
  #markedText;

  /**
   * @param {ConstructorParameters<typeof QuotationCard>[0] & {
   *   strings: Strings,
   *   markedText: MarkedText,
   *   onAddQuotation: (selected: SelectedWords) => void,
   * }} options those of the card, and the text in which words are selected
   */
  constructor({ markedText, onAddQuotation, ...options }) {
    const { markSelection } = lateStrings[options.strings.language].corrections;
    this.#markedText = markedText;
    this.card = new QuotationCard(options);
    this.selectionButton = new SelectionButton(markSelection, () => this.selection(), onAddQuotation);
  }

  /** The words that the reader has selected in the text. */
  selection() {
    return selectionInView(this.#markedText.element, this.#markedText.starts);
  }

  hide() {
    this.card.hide();
    this.selectionButton.stop();
  }
}
