'use server';

import { revalidatePath } from 'next/cache';
import { askApi } from '../../gql/ask-api.ts';
import { MapCodeDocument } from './codes.graphql.ts';

export type MapCodeState =
  { readonly outcome: 'MAPPED'; readonly reread: number } | { readonly outcome: 'REFUSED' } | null;

/** The choice of a meaning that says nothing: the code is known, and no step of a journey stands for it. */
const NOTHING = '-';

export async function mapCode(_: MapCodeState, form: FormData): Promise<MapCodeState> {
  const [list, code, canonical] = ['list', 'code', 'canonical'].map((name) => form.get(name));
  if (
    typeof list !== 'string' ||
    typeof code !== 'string' ||
    typeof canonical !== 'string' ||
    canonical === ''
  )
    return { outcome: 'REFUSED' };
  const variant = form.get('variant');
  const answer = await askApi(MapCodeDocument, {
    list,
    code,
    variant: typeof variant === 'string' ? variant : null,
    canonical: canonical === NOTHING ? null : canonical,
  });
  if (!answer.ok || answer.data.mapCode.__typename !== 'MappedCode') return { outcome: 'REFUSED' };
  revalidatePath('/[locale]/codes', 'layout');
  return { outcome: 'MAPPED', reread: answer.data.mapCode.reread };
}
