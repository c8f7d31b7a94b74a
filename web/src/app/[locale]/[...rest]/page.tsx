import { notFound } from 'next/navigation';

/** Every other address, so that the answer stands inside the page frame and in the reader's language. */
export default function UnknownPage(): never {
  notFound();
}
