/** Somebody in whose stead the voter casts a ballot. */
export interface Principal {
	personId: string;
	name: string;
}
