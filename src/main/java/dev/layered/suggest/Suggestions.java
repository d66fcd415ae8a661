package dev.layered.suggest;

import dev.layered.layering.LayerTitles;
import dev.layered.outcome.ProposedLayer;
import dev.layered.outcome.Suggestion;
import dev.layered.outcome.Way;
import dev.layered.outcome.WayCost;
import dev.layered.plan.ArtifactPattern;
import dev.layered.plan.LayerRule;
import dev.layered.plan.LayerRule.Trait;
import dev.layered.plan.LayeringChoice;
import dev.layered.plan.StandardLayer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a suggestion of the images of a project. Pure: equal images give equal suggestions. */
public final class Suggestions {

    private static final String CATCH_ALL = "others";
    private static final String SNAPSHOTS = "*:*:*-SNAPSHOT";
    private static final Set<String> SCOPES = Set.of("compile", "runtime", "system");

    private final List<PastImage> history;
    private final PastImage present;

    /**
     * Begins.
     *
     * @param history in the order in which the images were made; empty where nothing is to be replayed
     * @param present what is there now
     */
    public Suggestions(List<PastImage> history, PastImage present) {
        this.history = history;
        this.present = present;
    }

    /**
     * Returns the suggestion.
     *
     * @param rules of the user, as it is now
     * @param choice of the user, as it is now
     * @param most proposed layers, at least 1
     */
    public Suggestion of(List<LayerRule> rules, LayeringChoice choice, int most) {
        List<PastImage> images = new ArrayList<>(history);
        images.add(present);
        LayerSearch search = new LayerSearch(images, choice.ownGroupIds());
        List<ProposedLayer> proposed = proposed(search, search.layers(most));
        List<LayerRule> written = proposed.stream().map(Suggestions::rule).toList();
        LayeringChoice automatic = LayeringChoice.DEFAULT.in(choice.ownGroupIds());
        List<PastImage> replayed = history.isEmpty() ? List.of(present) : history;
        Map<Way, WayCost> costs = new EnumMap<>(Way.class);
        Transfers now = Replay.of(replayed, ImageDivision.planned(rules, choice));
        costs.put(Way.NOW, cost(now));
        costs.put(Way.JIB, cost(Replay.of(replayed, ImageDivision.ofJib())));
        costs.put(Way.AUTOMATIC, cost(Replay.of(replayed, ImageDivision.planned(List.of(), automatic))));
        costs.put(Way.PROPOSED, cost(Replay.of(replayed, ImageDivision.planned(written, choice))));
        costs.put(Way.IDEAL, ideal(now, replayed));
        Remarks remarks = new Remarks(replayed, present);
        List<String> warnings = remarks.all(ImageDivision.planned(List.of(), automatic), rules, choice, now.layers());
        return new Suggestion(releases(), costs, proposed, warnings);
    }

    private int releases() {
        return Math.max(0, history.size() - 1);
    }

    private WayCost cost(Transfers all) {
        int releases = Math.max(1, releases());
        return new WayCost(
                all.layers(), all.upload() / releases, all.pull() / releases, all.chain() / releases, all.codeChange());
    }

    private WayCost ideal(Transfers any, List<PastImage> replayed) {
        int releases = Math.max(1, releases());
        long pull = any.idealPull() / releases;
        Transfers each = Replay.of(
                replayed, image -> image.pieces().stream().map(Set::of).toList());
        return new WayCost(0, any.idealUpload() / releases, pull, pull, each.codeChange());
    }

    private static List<ProposedLayer> proposed(LayerSearch search, List<GroupHistory> layers) {
        LayerTitles titles = new LayerTitles(Stream.concat(
                        Stream.of(CATCH_ALL), Stream.of(StandardLayer.values()).map(StandardLayer::layerName))
                .collect(Collectors.toSet()));
        List<ProposedLayer> proposed = new ArrayList<>();
        for (GroupHistory layer : layers) {
            List<String> groupIds = layer.groupIds();
            boolean isCatchAll = groupIds.isEmpty();
            boolean snapshots = groupIds.stream().anyMatch(search::hasSnapshot);
            proposed.add(new ProposedLayer(
                    isCatchAll ? CATCH_ALL : titles.title(search.biggest(groupIds)),
                    groupIds.stream().map(groupId -> groupId + ":*").toList(),
                    snapshots ? List.of(SNAPSHOTS) : List.of(),
                    layer.jars(),
                    layer.present(),
                    layer.changes().cardinality()));
        }
        return proposed;
    }

    /** Returns the rule that a user would have written so. */
    static LayerRule rule(ProposedLayer layer) {
        return new LayerRule(
                layer.name(),
                layer.includes().stream().map(ArtifactPattern::parse).toList(),
                layer.excludes().stream().map(ArtifactPattern::parse).toList(),
                SCOPES,
                List.of(),
                layer.isCatchAll() ? Set.of(Trait.CATCH_ALL) : Set.of(),
                "the proposal");
    }
}
