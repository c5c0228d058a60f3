import { expect, test } from 'vitest';
import { ArticleFile } from '../../src/domain/article-file.ts';
import { CLAIM_TYPES } from '../../src/domain/claim.ts';
import { Entity } from '../../src/domain/entity.ts';
import { aClaim, anArticleFile, ENTITIES } from './claims.ts';

test.for(CLAIM_TYPES)('a built %s claim is valid as it is', (type) => {
  const file = anArticleFile({}, [aClaim({ type })]);
  expect(ArticleFile.parse(file)).toEqual(file);
});

test('the built entities are valid as they are', () => {
  expect(ENTITIES.map((entity) => Entity.parse(entity))).toEqual(ENTITIES);
});
