import type { ReviewPorts } from '../../src/digest/reviews.ts';

const never = async (): Promise<never> => {
  throw new Error('nobody is shown anything');
};

/** Of a store in which no digest has a veto window. */
export const NO_REVIEWS: Pick<ReviewPorts, 'reviews' | 'board'> = {
  reviews: {
    ...{ review: never, coming: never, decide: never, holdReview: never, shown: never, unshownUntil: never },
    unshown: async () => [],
    closeHeld: async () => 0,
  },
  board: { channelOf: never, findOwn: never, post: never, edit: never },
};
