import type { Schema } from '../../api/client';

export type Comparison = Schema['ComparisonResponse'];
export type ComparedVersion = Schema['ComparedVersion'];
export type DifferenceText = Schema['DifferenceResponse'];
export type Operation = Schema['OperationResponse'];
export type Tone = Schema['ReportTone'];
export type NodeName = Schema['NodeName'];
export type Match = Schema['MatchResponse'];
export type Pin = Schema['PinResponse'];
export type TakenOver = Schema['TakeOverResponse'];

/** The sides of a comparison. */
export type Where = 'before' | 'after';
