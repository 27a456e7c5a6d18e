/** A value of a facet, chosen or left out. */
export interface Choice { facet: FacetName; value: string; exclude?: boolean }

export type FacetName =
  | "meeting" | "year" | "organisation" | "person" | "place" | "directive" | "fact" | "area" | "role";

/** What is asked for; each part may be left out. */
export interface Asked {
  /** Words and operators, with or without marks. */
  query?: string;
  choices?: Choice[];
  /** `2018`, `2018-06..`, `2018..2020-05`. */
  dates?: string;
  sort?: "relevance" | "newest" | "oldest" | "longest" | "shortest";
  /** Hits to be told; 20 unless named. */
  limit?: number;
}

export interface Hit { id: string; title?: string; date?: string; matches: number; excerpt: string }

export interface FacetValue { key: string; label: string; count: number; total: number; chosen: boolean; excluded: boolean }

export interface Facet { facet: FacetName; values: FacetValue[] }

export interface Answer { total: number; statements: number; error?: string; hits: Hit[]; facets: Facet[] }

export interface Page { id: string; text: string }

export interface SoiExplorerEvents {
  "soi-load": CustomEvent<{ size: number }>;
  "soi-results": CustomEvent<Answer>;
  "soi-open": CustomEvent<{ id: string }>;
  "soi-error": CustomEvent<{ message: string }>;
}

/** `<soi-explorer src="corpus.soi" lang="vi">` */
export declare class SoiExplorer extends HTMLElement {
  load(corpus: URL | string | ArrayBuffer | Uint8Array | Page[]): Promise<void>;
  query(asked?: Asked): Answer;
  facets(): Facet[];
  report(id: string): Record<string, unknown> | null;
  addEventListener<K extends keyof SoiExplorerEvents>(
    type: K, listener: (this: SoiExplorer, event: SoiExplorerEvents[K]) => void, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap { "soi-explorer": SoiExplorer }
}
