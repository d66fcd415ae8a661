/**
 * {@code plan.json}: written, read and compared, with this machine too.
 *
 * <p>Start at {@link dev.layered.record.PlanRecord} and {@link dev.layered.record.RecordedPlan}. Imports
 * {@code folder}, {@code layer}, {@code plan}, {@code outcome}, {@code store}, {@code json}, {@code image} and
 * {@code failure}.
 */
package dev.layered.record;
