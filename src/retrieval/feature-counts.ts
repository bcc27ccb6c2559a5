/** Counts the features of one text after the other in typed arrays: a Map a text would take most of the time of embedding a folder. */
import { growingUint32 } from './growing-array';

/** How often a text says each feature, in the order of its words. */
export interface FeatureCounts {
  readonly features: Uint32Array;
  readonly counts: Uint32Array;
}

export class FeatureCounter {
  /** By feature. */
  #counted = new Uint32Array(1024);
  #seen = growingUint32();

  add(features: ArrayLike<number>): void {
    for (let n = 0; n < features.length; n++) {
      const feature = features[n] as number;
      if (feature >= this.#counted.length) this.#grow(feature + 1);
      const count = this.#counted[feature] as number;
      if (count === 0) this.#seen.push(feature);
      this.#counted[feature] = count + 1;
    }
  }

  /** What was added since the last time. */
  take(): FeatureCounts {
    const features = this.#seen.view().slice();
    const counts = features.map((feature) => this.#counted[feature] ?? 0);
    for (const feature of features) this.#counted[feature] = 0;
    this.#seen.clear();
    return { features, counts };
  }

  #grow(least: number): void {
    const grown = new Uint32Array(Math.max(least, this.#counted.length * 2));
    grown.set(this.#counted);
    this.#counted = grown;
  }
}
