package ecslab.stage.panel;

import ecslab.ecs.model.Arns;
import ecslab.ecs.model.ClusterDescription;
import ecslab.ecs.model.Ref;
import ecslab.ecs.state.ClusterState;
import ecslab.stage.play.Frame;
import ecslab.stage.words.Words;
import ecslab.wire.describe.Describe;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A thing as AWS's Describe action shows it, below what one would type to see it.
final class JsonPane extends VBox {

    private final Label command = Parts.prose("mono", "command");
    private final TextArea json = new TextArea();

    JsonPane(Words words) {
        getStyleClass().add("json");
        json.setEditable(false);
        json.getStyleClass().add("mono");
        json.accessibleTextProperty().bind(words.text("inspector.json"));
        setVgrow(json, Priority.ALWAYS);
        HBox.setHgrow(command, Priority.ALWAYS);
        command.setMaxWidth(Double.MAX_VALUE);
        var copyCommand = copy(words.text("inspector.copyCommand"));
        copyCommand.setOnAction(_ -> copy(command.getText()));
        var copyJson = copy(words.text("inspector.copyJson"));
        copyJson.setOnAction(_ -> copy(json.getText()));
        var typed = new HBox(command, copyCommand);
        typed.getStyleClass().add("typed");
        typed.setAlignment(Pos.TOP_LEFT);
        var response = new HBox(Parts.label(words.text("inspector.response"), "heading"));
        response.getChildren().addAll(Parts.spring(), copyJson);
        response.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(typed, response, json);
    }

    /// Keeps the reader's place and selection as long as the text stays.
    void show(Ref ref, Frame frame) {
        command.setText(commandFor(ref, frame.state()));
        var text = Describe.json(ref, frame.state(), frame.header());
        if (!text.equals(json.getText())) {
            var top = json.getScrollTop();
            json.setText(text);
            json.setScrollTop(top);
        }
    }

    private static Button copy(ObservableValue<String> text) {
        var button = new Button();
        button.setGraphic(Parts.icon("copy"));
        button.getStyleClass().addAll("button-icon", "flat");
        Parts.explain(button, text);
        return button;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String commandFor(Ref ref, ClusterState state) {
        var id = ref.id();
        var name = Arns.lastPart(id);
        return switch (ref.kind()) {
            case CLUSTER -> "aws ecs describe-clusters --clusters " + id;
            case TASK_DEFINITION -> "aws ecs describe-task-definition --task-definition " + id;
            case SERVICE ->
                    "aws ecs describe-services --cluster "
                            + id.substring(0, id.length() - name.length() - 1)
                            + " --services "
                            + name;
            case TASK ->
                    "aws ecs describe-tasks --cluster " + clusterOf(id, state) + " --tasks " + id;
            case LOAD_BALANCER ->
                    "aws elbv2 describe-load-balancers --names "
                            + id
                            + "\naws elbv2 describe-listeners --load-balancer-arn …/"
                            + id
                            + "/…";
            case TARGET_GROUP ->
                    "aws elbv2 describe-target-groups --names "
                            + id
                            + "\naws elbv2 describe-target-health --target-group-arn …/"
                            + id
                            + "/…";
            case ROLE ->
                    "aws iam get-role --role-name "
                            + id
                            + "\naws iam list-attached-role-policies --role-name "
                            + id;
            case IMAGE ->
                    "aws ecr describe-images --repository-name "
                            + name.substring(0, Math.max(0, name.lastIndexOf(':')))
                            + " --image-ids imageTag="
                            + name.substring(name.lastIndexOf(':') + 1);
            case SUBNET -> "aws ec2 describe-subnets --subnet-ids " + id;
            case VPC ->
                    "aws ec2 describe-vpcs --vpc-ids "
                            + id
                            + "\naws ec2 describe-nat-gateways --filter Name=vpc-id,Values="
                            + id
                            + "\naws ec2 describe-vpc-endpoints --filters Name=vpc-id,Values="
                            + id;
            case REGISTRY -> "aws ecr describe-registry\naws ecr describe-repositories";
            case INSTANCE -> "aws ec2 describe-instances --instance-ids " + id;
            case AUTO_SCALING_GROUP ->
                    "aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names " + id;
            case CAPACITY_PROVIDER ->
                    "aws ecs describe-capacity-providers --capacity-providers " + id;
            case TRAFFIC, REQUEST -> "";
        };
    }

    private static String clusterOf(String task, ClusterState state) {
        return state.tasks().values().stream()
                .filter(one -> one.id().hex().equals(task))
                .map(one -> one.cluster())
                .findFirst()
                .orElse(ClusterDescription.DEFAULT);
    }
}
